// A few sentences in languages that have their own letters, about nobody.

let polish = """
  Pani Żaneta Wiśniewska prosi o przesłanie zaświadczenia lekarskiego. Łukasz jest już zdrowy, \
  ale jeszcze się źle czuje i chciałby porozmawiać z lekarzem w przyszłym tygodniu.
  """
let czech = """
  Paní Nováková žádá o zaslání lékařské zprávy. Jiří už je zdravý, ale ještě se necítí dobře a \
  chtěl by příští týden mluvit s lékařem. Děkuji předem za vaši odpověď.
  """
let hungarian = """
  Kovácsné kéri az orvosi igazolás megküldését. Gergő már meggyógyult, de még nem érzi jól magát, \
  és a jövő héten szeretne beszélni az orvossal. Előre is köszönöm a választ, üdvözlettel.
  """
let croatian = """
  Gospođa Ivančić moli da joj pošaljete liječničku potvrdu. Željko je već zdrav, ali se još ne \
  osjeća dobro i sljedeći tjedan želi razgovarati s liječnikom. Hvala vam što ćete odgovoriti čim možete.
  """
let romanian = """
  Doamna Ionescu roagă să îi trimiteţi adeverinţa medicală. Ştefan este deja sănătos, dar încă nu se \
  simte bine şi ar vrea să vorbească săptămâna viitoare cu medicul. Mulţumesc în avans pentru răspuns.
  """
let lithuanian = """
  Ponia Kazlauskienė prašo atsiųsti gydytojo pažymą. Žygimantas jau sveikas, bet dar nesijaučia gerai \
  ir norėtų kitą savaitę pasikalbėti su gydytoju. Iš anksto dėkoju už jūsų atsakymą.
  """
let turkish = """
  Ayşe Yılmaz doktor raporunun gönderilmesini istiyor. Çağrı artık sağlıklı, ama kendini henüz iyi \
  hissetmiyor ve gelecek hafta doktorla görüşmek istiyor. Şimdiden teşekkür ederim.
  """
let russian = """
  Госпожа Иванова просит прислать справку от врача. Сергей уже здоров, но ещё чувствует себя плохо \
  и хотел бы поговорить с врачом на следующей неделе. Заранее благодарю за ответ.
  """
let ukrainian = """
  Пані Шевченко просить надіслати довідку від лікаря. Її син уже здоровий, але ще почувається погано \
  і хотів би поговорити з лікарем наступного тижня. Дякую за відповідь.
  """
let bulgarian = """
  Госпожа Димитрова моли да ѝ изпратите бележка от лекаря. Синът ѝ вече е здрав, но още не се чувства \
  добре и би искал да говори с лекаря следващата седмица.
  """.replacing("ѝ", with: "й")
let greek = """
  Η κυρία Παπαδοπούλου ζητά να της στείλετε τη βεβαίωση του γιατρού. Ο γιος της είναι πια καλά, αλλά \
  θέλει να μιλήσει με τον γιατρό την επόμενη εβδομάδα.
  """
let hebrew = """
  גברת כהן מבקשת לשלוח לה אישור מהרופא. הבן שלה כבר בריא, אבל הוא עדיין לא מרגיש טוב ורוצה לדבר עם \
  הרופא בשבוע הבא. תודה מראש על התשובה.
  """
let arabic = """
  تطلب السيدة فاطمة إرسال شهادة الطبيب. لقد شفي ابنها ولكنه لا يشعر بعد بأنه بخير ويريد أن يتحدث مع \
  الطبيب في الأسبوع القادم. شكرا مقدما على الرد.
  """
let japanese = """
  田中さんは医者の診断書を送ってほしいと言っています。
  息子さんはもう元気ですが、まだ気分がよくないので、来週お医者さんと話したいそうです。
  どうぞよろしくお願いします。
  """
let korean = """
  김 씨는 의사의 진단서를 보내 달라고 합니다. 아들은 이제 건강하지만 아직 기분이 좋지 않아서 다음 주에 \
  의사와 이야기하고 싶어 합니다. 답장을 기다리겠습니다.
  """
let chinese = """
  王女士请您寄来医生的证明。
  她的儿子现在已经好了，可是他还觉得不舒服，想在下个星期和医生谈一谈。
  谢谢您的回答，我们等着您的消息。
  """
let taiwanese = """
  王女士請您寄來醫生的證明。
  她的兒子現在已經好了，可是他還覺得不舒服，想在下個星期和醫生談一談。
  謝謝您的回答，我們等著您的消息。
  """
