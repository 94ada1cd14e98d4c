using System.Text;
using System.Text.Json.Nodes;

namespace Kinerja.Host.Tests.Files;

/// <summary>What an office does with a file.</summary>
internal static class ImportCalls
{
    internal const string PeopleHeadings =
        "Pegawai,Unit kerja,Jenis kepegawaian,Pejabat penilai,Aktif,Jabatan,Mulai bekerja,Status disiplin,"
        + "Akhir bekerja,Berlaku mulai,NIP\r\n";

    internal const string RatingHeadings =
        "period,employeeId,raterId,result,behaviour,skpScore,behaviourScore,reason\r\n";

    internal static string Imports(this SmallAgency agency, string kind) =>
        $"/api/v1/agencies/{agency.Id}/imports/{kind}";

    internal static Task<Answer> PreviewAsync(this SmallAgency agency, string kind, string csv) =>
        PreviewAsync(agency.Api, agency.Imports(kind), Encoding.UTF8.GetBytes(csv));

    internal static Task<Answer> PreviewAsync(Api api, string path, byte[] file)
    {
        var content = new ByteArrayContent(file);
        content.Headers.ContentType = new("application/octet-stream");
        return api.SendContentAsync(HttpMethod.Post, path, content);
    }

    /// <summary>All rows, page by page.</summary>
    internal static async Task<List<JsonNode>> RowsAsync(
        this SmallAgency agency, string kind, string id, string query = "", string language = "en")
    {
        var (rows, next) = (new List<JsonNode>(), (string?)$"{agency.Imports(kind)}/{id}/rows?{query}");
        while (next is not null)
        {
            var page = await agency.Api.SendAsync(HttpMethod.Get, next, null, ("Accept-Language", language));
            Assert.Equal(200, page.Status);
            rows.AddRange(page.Json!["rows"]!.AsArray().Select(row => row!));
            next = page.Headers.TryGetValues("Link", out var link) ? link.Single().Split('<', '>')[1] : null;
        }

        return rows;
    }

    internal static async Task<JsonNode> ApplyAsync(
        this SmallAgency agency, string kind, string id, string rows = "all")
    {
        var path = $"{agency.Imports(kind)}/{id}";
        var answer = await agency.Api.PostAsync($"{path}/apply", $$"""{"rows":"{{rows}}"}""");
        Assert.True(answer.Status == 202, $"{answer.Status} {answer.Json}");
        return await EndedAsync(agency.Api, path);
    }

    /// <summary>Once its job has ended.</summary>
    internal static Task<JsonNode> EndedAsync(Api api, string path) =>
        api.UntilAsync(path, import => (string?)import["state"] == "applied");

    internal static string Counts(JsonNode import) => import["rows"]!.ToJsonString();

    internal static string Progress(JsonNode import) => import["progress"]!.ToJsonString();
}
