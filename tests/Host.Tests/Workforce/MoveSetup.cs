namespace Kinerja.Host.Tests.Workforce;

/// <summary>The other side of a move: an agency with one unit and a person with a NIP.</summary>
internal static class MoveSetup
{
    internal static async Task RegisterAsync(CloudFixture cloud, string agency, string person, string nip)
    {
        var (api, root) = (cloud.ApiOf(agency), $"/api/v1/agencies/{agency}");
        (string Path, string Body)[] all =
        [
            ("", """{"name":"Asal","zone":"Asia/Jakarta","beganOn":"2026-01-01"}"""),
            ("/units", """{"units":[{"id":"biro","name":"Biro","zone":"Asia/Jakarta"}]}"""),
            ("/employees", $$"""{"employees":[{"id":"{{person}}","unitId":"biro","kind":"pns","nip":"{{nip}}"}]}"""),
        ];
        foreach (var (path, body) in all)
        {
            Assert.Equal(200, (await api.PutAsync(root + path, body)).Status);
        }
    }
}
