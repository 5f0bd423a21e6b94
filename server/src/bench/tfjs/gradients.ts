// Its being loaded registers the derivative of every operation; the core by itself has none, and the files that hold them cannot be imported alone under Node.
import '@tensorflow/tfjs-layers';
