namespace Kinerja.Host.Tests.FlexibleWork;

/// <summary>
/// What must stand before anybody plans a day elsewhere: the agency's policy and a home of the person's.
/// </summary>
internal static class FlexibleSetup
{
    internal const string Home = """
        {"type":"Feature","properties":{"name":"Rumah","kind":"home","zone":"Asia/Jakarta","employees":["%"]},
         "geometry":{"type":"Polygon",
          "coordinates":[[[107.62,-6.92],[107.621,-6.92],[107.621,-6.919],[107.62,-6.919],[107.62,-6.92]]]}}
        """;

    internal static async Task AdoptAsync(Api api, string agency, string person, string policy = "{}")
    {
        await PutAsync($"/policies/flexible-work/2026-01-01", policy);
        await PutAsync($"/geofences/rumah-{person.Split('-')[0]}", Home.Replace("%", person, StringComparison.Ordinal));

        async Task PutAsync(string path, string body)
        {
            var answer = await api.PutAsync($"/api/v1/agencies/{agency}{path}", body);
            Assert.True(answer.Status is 200 or 201, $"{path}: {answer.Status} {answer.Json}");
        }
    }
}
