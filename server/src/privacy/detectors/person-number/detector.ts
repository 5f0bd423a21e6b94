import { namedDetector } from '../../../util/namedDetector.ts';

export default namedDetector({
  id: 'person-number',
  title: 'number of a customer, patient, student or employee',
  category: 'user.unique_id.pseudonymous',
  role: 'direct-identifier',
  most: 'low',
  mayBe: (kind, bytes) => kind !== 'float' && bytes >= 1 && bytes <= 40,
  accepts: text => /^(?=.*\d)[\p{L}\d][\p{L}\d_./-]{0,38}$/u.test(text),
  amongPeople: [
    'patient id', 'patient number', 'patient no', 'patientid', 'student id', 'student number', 'student no', 'studentid',
    'matriculation number', 'matrikelnummer', 'employee id', 'employee number', 'employee no', 'employeeid', 'emp id', 'emp no',
    'emp number', 'staff id', 'staff number', 'personnel number', 'personalnummer', 'badge number', 'badge id', 'worker id',
    'customer id', 'customer number', 'customer no', 'customerid', 'cust id', 'cust no', 'client id', 'client number', 'kundennummer',
    'kundennr', 'numéro client', 'numero client', 'número de cliente', 'numero cliente', 'id cliente', 'klantnummer', 'member id',
    'member number', 'membership number', 'membership id', 'subscriber id', 'policyholder id', 'insured id', 'participant id',
    'subject id', 'respondent id', 'person id', 'applicant id', 'borrower id', 'donor id', 'voter id', 'passenger id', 'pidnum',
    'matricule', 'mitarbeiternummer', '患者编号', '患者id', '病人编号', '学号', '工号', '员工编号', '员工号', '客户编号', '客户号', '会员号', '会员编号', '学籍番号', '社員番号',
    '顧客番号', '会員番号', '학번', '사번', '고객번호', '회원번호',
  ],
  vetoWords: ['order', 'product', 'account'],
  mask: () => '•••••',
});
