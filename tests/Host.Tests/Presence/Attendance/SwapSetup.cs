namespace Kinerja.Host.Tests.Presence.Attendance;

/// <summary>Two people's shifts on 12 and 13 January, for the example of a swap.</summary>
internal static class SwapSetup
{
    internal static async Task AdoptAsync(Api api, string agency)
    {
        var answer = await api.PutAsync($"/api/v1/agencies/{agency}/policies/working-time/2026-01-12", """
            {"everybody":{"scheme":"shift",
              "week":[{"days":["monday","tuesday","wednesday","thursday","friday"],"start":"07:30","end":"16:00"}],
              "shifts":[{"id":"pagi","start":"06:00","end":"14:00"},{"id":"siang","start":"14:00","end":"22:00"}],
              "changes":[{"employeeId":"sari-01","date":"2026-01-12","shift":"pagi"},
                {"employeeId":"sari-01","date":"2026-01-13","shift":"pagi"},
                {"employeeId":"dewi-01","date":"2026-01-12","shift":"siang"},
                {"employeeId":"dewi-01","date":"2026-01-13","shift":"siang"}]}}
            """);
        Assert.Equal(200, answer.Status);
    }
}
