namespace Kinerja.Host.Tests.WorkedExample;

/// <summary>The agency of the worked example in a year of its own.</summary>
public sealed class ExampleYear() : AgencyYear(ExampleData.Read().Agency, "2026-01-05T08:00:00")
{
    internal ExampleData Data { get; } = ExampleData.Read();

    /// <summary>
    /// AgencyDirectory, unit performance and ratings of a period, as they come in before it is evaluated.
    /// </summary>
    internal async Task PostAsync(string period)
    {
        await PutAsync("/employees", Data.Employees(period));
        foreach (var (unit, body) in Data.Levels(period))
        {
            await PutAsync($"/units/{unit}/performance/{period}", body);
        }

        await Parallel.ForEachAsync(
            Data.Ratings(period), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (rating, _) =>
            await PutAsync($"/ratings/{period}/{rating.Person}", rating.Body));
    }

    protected override async Task RegisterAsync()
    {
        await PutAsync("", $$"""{"name":"Dinas Contoh","zone":"{{Zone}}","beganOn":"2026-01-01"}""");
        await PutAsync("/units", Data.Units);
        await PutAsync("/posts", $$"""{"posts":[{"id":"{{ExampleData.Post}}","name":"Analis","flexibleWork":true}]}""");
        await PutAsync("/policies/flexible-work/2026-01-01", "{}");
    }
}
