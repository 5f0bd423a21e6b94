/** Words that hold sentences together, by language. They are about one in three words of any text, and few of them are those of a neighbour. */
export const FUNCTION_WORDS: Readonly<Record<string, string>> = {
  en: 'the of and to in is that it was for on are as with his they at be this have from or had by not but what all were we when your can said there '
    + 'an which she do their if will up other about out many then them these so some her would make like him into has more could no than been who '
    + 'its now people my over did only how just most us also should because being between',
  de: 'der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer '
    + 'um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man sein wurde wenn kann ich wir ihr mich dich '
    + 'uns diese dieser dieses keine nicht schon sehr',
  fr: 'le la les de des du et un une est que qui dans pour pas sur au par avec ce il elle sont ne se plus ou mais comme on nous vous leur cette ces '
    + 'son sa ses été être fait aux même aussi tout bien très sans peut entre après avant ils elles je tu ont deux dont où si leurs notre votre',
  es: 'de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le ya este sí porque esta entre cuando muy sin '
    + 'sobre también me hasta hay donde quien desde todo nos durante todos uno les ni contra otros ese eso ante ellos e esto antes algunos qué unos '
    + 'yo otro otras otra él tanto esa estos mucho fue ser son está tiene puede hacer',
  pt: 'de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das tem à seu sua ou ser quando muito há nos já '
    + 'está eu também só pelo pela até isso ela entre era depois sem mesmo aos ter seus quem nas me esse eles estão você tinha foram essa num nem '
    + 'suas meu às minha têm numa pelos elas havia seja qual será nós pode fazer são',
  it: 'di e il la che in a per un è una non sono con si da come le dei nel alla più del della i gli al ma lo anche delle ha se o su questo questa '
    + 'dal ci nella dalla sul hanno essere o quando molto suo sua era loro cui tutti tra fra degli ai stato può fare solo perché dopo prima ogni '
    + 'dove mi ti noi voi quella quello',
  nl: 'de het een en van in is dat op te voor met zijn niet aan er om ook als door over bij ze maar naar uit dan nog of deze tot werd wordt worden '
    + 'hij heeft hebben kan geen meer je wat was zij dit die al had onder moet haar wij we ik mijn jouw zou veel andere wel tussen tegen na omdat '
    + 'waar hoe ons hun',
  sv: 'och att det som en på är av för den med till i inte om har de ett han men var jag från vi så kan när sig hade efter eller nu sin där vid mot '
    + 'hon ska också mycket bara ut då man blir alla kommer än upp detta vara skulle mellan här mer över oss denna blev in utan',
  da: 'og at det som en på er af for den med til i ikke om har de et han men var jeg fra vi så kan når sig havde efter eller nu sin hvor ved mod '
    + 'hun skal også meget kun ud da man bliver alle kommer end op dette være ville mellem her mere over os denne blev ind uden hvad deres',
  no: 'og at det som en på er av for den med til i ikke om har de et han men var jeg fra vi så kan når seg hadde etter eller nå sin hvor ved mot '
    + 'hun skal også mye bare ut da man blir alle kommer enn opp dette være ville mellom her mer over oss denne ble inn uten hva deres',
  fi: 'ja on ei se että oli hän en mutta ovat ole ne kun jos myös mukaan tai niin kuin joka joita sen tämä tämän hänen siitä sitä siihen kuitenkin '
    + 'vielä nyt jo mitä minä sinä me te he olisi voi sekä vain vuonna jälkeen ennen kanssa mikä ovat olla olen paljon hyvin koska jotka noin '
    + 'kaikki heidän heille niiden näiden jossa johon hänet minun sinun toisiaan',
  pl: 'i w na z do się nie że to jest o po jak za od przez dla są ale co ten być może jego był tym czy tak także które który która oraz ich przy '
    + 'bardzo tego tylko już lub jej mnie mu pod nad było będzie można gdy kiedy gdzie ponieważ bez jeszcze nawet więc ze bo',
  cs: 'a v se na je že to s z do o i jako za by ale od pro jsou po které který která tak jeho při nebo jsem být také není už jen jak může ve ke k '
    + 'podle co bylo byl byla než mezi pouze však tím tento tato toto jejich před pod proto jsme když kde aby ještě více',
  sk: 'a v sa na je že to s z do o i ako za by ale od pre sú po ktoré ktorý ktorá tak jeho pri alebo som byť tiež nie už len môže vo ku k podľa čo '
    + 'bolo bol bola než medzi iba však tým tento táto toto ich pred pod preto sme keď kde aby ešte viac',
  hu: 'a az és hogy nem is egy ez van volt meg csak de ha már mint ezt azt még lesz el kell vagy aki amely minden lehet után mert úgy itt ott '
    + 'nagyon sem majd szerint között által akkor ami amit ezek azok pedig több illetve volna így fel le be ki össze nincs',
  ro: 'și de în a la cu nu este pe care o mai că din un pentru se au sunt fi ca sau dar lui ce prin acest această după fost când doar foarte între '
    + 'cum sa să ei fără până toate avea poate unei unui le își noi voi lor aceste acestui sunt fiind astfel',
  tr: 've bir bu da de için ile çok ama olarak daha en gibi kadar olan sonra ne var ya o mi her şey ben sen biz siz onlar olduğu değil ise oldu hem '
    + 'veya ancak diye göre önce bütün nasıl neden çünkü üzerinde tarafından arasında yok kendi olduğunu',
  vi: 'và của là có cho được trong một những không với các người này đã để khi từ đến như về cũng ra nhiều tại vào nhưng thì sẽ đó còn phải hay '
    + 'trên theo năm làm bị nếu rất lại mà tôi chúng họ sau trước cần thể việc',
  id: 'yang dan di itu dengan untuk tidak ini dari dalam akan pada juga saya ke karena tersebut bisa ada mereka lebih telah atau oleh sudah adalah '
    + 'sebagai kita dapat bahwa kami saat anda hanya seperti banyak namun menjadi tetapi jika sangat antara harus setelah secara belum',
  et: 'ja on ei et see oli ta kui ka mis ning aga või oma nii kes siis veel olid seda pole mida tema selle sest kõik ainult väga nad me te ma mina '
    + 'sina juba ole enne pärast üle alla koos ilma peab võib saab',
  lv: 'un ir no par ar to kā ka uz tas nav bet vai arī kas pie viņš tika pēc lai līdz bija jau šis šī ļoti tikai es mēs jūs viņi savu tā var būt '
    + 'kur kad starp vairāk',
  lt: 'ir yra kad į su iš tai ne bet kaip ar buvo jis jau tik dėl po nuo apie šis ši labai mes jūs jie savo gali būti kur kai tarp daugiau arba '
    + 'taip pat prie per iki',
  sl: 'in je v na za se da so ki z po pa ne tudi kot od do iz pri ali bi sem bil bilo bila še ter pred med kako samo lahko ko ni če kar jih kjer '
    + 'tako smo ste zelo brez',
  hr: 'i je u na se da su za od koji koja koje s o kao iz do po ne ali ili bi te što nije bio bila bilo samo već nakon između kako još jer će može '
    + 'ima sam smo vrlo prije gdje kad sve',
  sq: 'dhe të në e një për me që nga është i së u ka si por nuk më do kjo ky janë ishte kanë edhe shumë deri pas duke tek mund pa ose ku kur',
  ca: 'de la i que el en a els un per amb no una és les del al es com més o però seu seva són ha va ser també aquest aquesta entre quan molt sense '
    + 'sobre fins hi on des tot tots ni dels als pel pels sota després abans',
  sw: 'ya na wa kwa katika ni za la kuwa hii kama hiyo pia cha vya yake huo lakini watu au baada sana hata kila mimi sisi wao kwamba ambayo ili '
    + 'zaidi',
  tl: 'ang ng sa na mga ay at hindi ito para si ni may kung siya ko mo niya nila ako ikaw kami tayo sila dahil pero kanyang isang lang din rin nang '
    + 'mula upang',
  af: 'die en van in is het dat op te vir met nie aan daar om ook as deur oor by hulle maar na uit dan nog of hierdie tot word hy sy kan geen meer '
    + 'jy wat was ons ek my sou baie ander wel tussen teen omdat waar hoe',
  is: 'og að í á er sem til um með það við fyrir var af en ekki hann hún þeir eru eða frá þetta því hafa verið þegar einnig mjög bara sé upp út '
    + 'eftir milli án hefur',
  eu: 'eta da ez bat du ere izan dira zen baina hau edo bere egin duen dute hori gure izango baino gehiago arte nahi oso den dela ziren zuen',
  ru: 'и в не на что с он как по это но из у за от к так же все бы для мы вы она они его ее их был была было были или если только уже еще когда где '
    + 'чем может быть при до во со об этом который которая которые также очень',
  uk: 'і в не на що з він як по це але із у за від до так же всі б для ми ви вона вони його її їх був була було були або якщо тільки вже ще коли де '
    + 'чим може бути при та про цей який яка які також дуже є й',
  bg: 'и в не на че с той как по това но от у за до така се да са е за ние вие тя те му я ги беше било бяха или ако само вече още когато къде може '
    + 'при във със този която които също много ще като',
  sr: 'и у не на да са он како по то али из за од до тако се су је за ми ви она они га њен њих био била било били или ако само већ још када где '
    + 'може при овај који која које такође веома ће као',
  be: 'і ў не на што з ён як па гэта але з у за ад да так жа усе б для мы вы яна яны яго яе іх быў была было былі або калі толькі ужо яшчэ дзе можа '
    + 'пры та пра гэты які якая якія таксама вельмі',
  kk: 'және бұл мен үшін деп бар емес бір да де сол болып деген туралы оның олар біз сіз кейін дейін сияқты көп жоқ еді ол қазақ болады арқылы',
  ar: 'في من على أن إلى هذا التي عن مع ما لا كان الذي هو هي هذه بعد بين كل قد لم أو و ذلك كانت حيث عند إن ثم بعض غير حتى لكن كما أي منذ يكون نحن هم',
  fa: 'در و به از که این را با است برای آن یک خود تا بر هم نیز شده کرد می بود شد ها او ما شما آنها اما یا هر باید اگر پس چه دارد کند بین هیچ',
  ur: 'کے کی میں ہے اور سے کا کو نے پر یہ کہ ہیں وہ تھا جو بھی نہیں ایک کر اس لیے ہو گیا تھی اپنے ہی تھے مگر یا بعد تک ہم آپ کیا جس ان',
};
