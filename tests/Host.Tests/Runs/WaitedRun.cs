namespace Kinerja.Host.Tests.Runs;

/// <summary>Waits for a run over HTTP: its steps go on after whatever began them was answered.</summary>
internal static class WaitedRun
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>The newest revision's answer once it stands so; with a number, once it is that one.</summary>
    internal static async Task<Answer> ReachedAsync(
        Api api, string run, int? revision = null, string state = "published")
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            var found = await api.GetAsync(run);
            var (stands, number) = ((string?)found.Json!["state"], (int?)found.Json["revision"]);
            if (stands == state && (revision is null || revision == number))
            {
                return found;
            }

            await Task.Delay(50, patience.Token);
        }
    }
}
