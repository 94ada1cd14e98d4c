using System.Text.Json.Nodes;

namespace Kinerja.Shared;

/// <summary>Two apps of one agency that were not written for this API, and the policies that map them.</summary>
public static class IntakeExample
{
    /// <summary>
    /// One record or a list under <c>data</c>; a wall clock, one text for the place, words of its own.
    /// </summary>
    public static JsonNode Policy => JsonNode.Parse("""
        {"mappings":[{
          "id":"presensi","makes":"checkIns","records":"/data",
          "fields":[
            {"gives":"id","hashOf":["/pegawai","/jenis","/waktu"]},
            {"gives":"employeeId","from":["/pegawai"],"lowerCase":true},
            {"gives":"kind","from":["/jenis"],"words":{"MASUK":"in","PULANG":"out"}},
            {"gives":"capturedAt","from":["/waktu"],"format":"dd/MM/yyyy HH:mm:ss","zone":"Asia/Jakarta"},
            {"gives":"sentAt","fromBody":["/dikirim"],"format":"dd/MM/yyyy HH:mm:ss","zone":"Asia/Jakarta"},
            {"gives":"position/latitude","from":["/koordinat"],"split":{"by":",","part":0}},
            {"gives":"position/longitude","from":["/koordinat"],"split":{"by":",","part":1}},
            {"gives":"position/accuracyMetres","from":["/akurasi_km"],"unit":"kilometres"}],
          "samples":[
            {"body":{"versi":"3.2","dikirim":"05/01/2026 07:58:00","data":{"pegawai":"SARI-01","jenis":"PULANG",
               "waktu":"05/01/2026 07:57:10","koordinat":"-6.9115, 107.61","akurasi_km":0.0125}},
             "gives":[{"employeeId":"sari-01","kind":"out","capturedAt":"2026-01-05T07:57:10+07:00",
               "sentAt":"2026-01-05T07:58:00+07:00",
               "position":{"latitude":-6.9115,"longitude":107.61,"accuracyMetres":12.5}}]},
            {"body":{"dikirim":"05/01/2026 07:58:00","data":[{"pegawai":"SARI-01","jenis":"MASUK","waktu":"07:57"}]},
             "refused":["/data/0/waktu"]}]}]}
        """)!;

    /// <summary>A bare list of notes with numbers for ids.</summary>
    public static JsonNode FeedbackPolicy => JsonNode.Parse("""
        {"mappings":[{
          "id":"umpan-balik","makes":"feedback",
          "fields":[
            {"gives":"id","from":["/nomor"],"prefix":"umpan-"},
            {"gives":"giverId","from":["/dari"]},
            {"gives":"receiverId","from":["/untuk"]},
            {"gives":"role","from":["/sebagai"],
             "words":{"atasan":"leader","rekan":"peer","bawahan":"subordinate","dilayani":"served"}},
            {"gives":"subject","from":["/nilai"],
             "words":{"hasil":"result","pelayanan":"serviceOriented","akuntabel":"accountable"}},
            {"gives":"level","from":["/bintang"],"words":{"1":"below","2":"meets","3":"above"}},
            {"gives":"words","from":["/catatan"]}],
          "samples":[
            {"body":[
               {"nomor":17,"dari":"rudi-01","untuk":"sari-01","sebagai":"atasan","nilai":"pelayanan","bintang":3,
                "catatan":"Warga dilayani dengan ramah."},
               {"nomor":18,"dari":"dewi-01","untuk":"sari-01","sebagai":"rekan","nilai":"hasil","bintang":null,
                "catatan":"Berkas selesai tepat waktu."}],
             "gives":[
               {"id":"umpan-17","giverId":"rudi-01","receiverId":"sari-01","role":"leader",
                "subject":"serviceOriented","level":"above","words":"Warga dilayani dengan ramah."},
               {"id":"umpan-18","giverId":"dewi-01","receiverId":"sari-01","role":"peer","subject":"result",
                "words":"Berkas selesai tepat waktu."}]}]}]}
        """)!;
}
