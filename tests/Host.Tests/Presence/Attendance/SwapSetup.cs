namespace Kinerja.Host.Tests.Presence.Attendance;

/// <summary>A roster from April on, for the example of a swap; before it everybody has the week's hours.</summary>
internal static class SwapSetup
{
    internal static async Task AdoptAsync(Api api, string agency)
    {
        var answer = await api.PutAsync($"/api/v1/agencies/{agency}/policies/working-time/2026-04-01", """
            {"everybody":{"scheme":"shift","week":[{"days":["monday"],"start":"07:30","end":"16:00"}],
              "shifts":[{"id":"pagi","start":"06:00","end":"14:00"},{"id":"siang","start":"14:00","end":"22:00"}],
              "rotations":[{"employees":["sari-01"],"from":"2026-04-01","cycle":["pagi"]},
                {"employees":["dewi-01"],"from":"2026-04-01","cycle":["siang"]}]}}
            """);
        Assert.Equal(200, answer.Status);
    }
}
