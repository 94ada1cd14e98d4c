using System.Collections.Concurrent;
using Kinerja.Host.Tests.Files;
using Kinerja.Host.Tests.FlexibleWork;
using Kinerja.Host.Tests.FollowUp;
using Kinerja.Host.Tests.Intake;
using Kinerja.Host.Tests.Intake.Pulls;
using Kinerja.Host.Tests.OpenApi;
using Kinerja.Host.Tests.Presence.Attendance;

namespace Kinerja.Host.Tests.Refusals;

/// <summary>
/// An agency that has everything the document's examples write during a quarter; one for all classes of a cloud.
/// </summary>
public sealed class FilledAgency(CloudFixture cloud) : IAsyncLifetime
{
    /// <summary>Needs the same person in another agency, and would take days from the person here.</summary>
    private const string Moves = "PutMoves";

    private static readonly ConcurrentDictionary<CloudFixture, Task<string>> Once = [];

    internal string Id { get; private set; } = "";

    public async Task InitializeAsync() => Id = await Once.GetOrAdd(cloud, FillAsync);

    /// <summary>Another one, for what writes: the shared one's rows are compared.</summary>
    internal static Task<string> OfItsOwnAsync(CloudFixture cloud) => FillAsync(cloud);

    private static async Task<string> FillAsync(CloudFixture cloud)
    {
        var agency = $"dinding-{Guid.NewGuid():N}"[..24];
        var document = ApiDocument.Embedded;
        foreach (var id in document.Operations
            .Where(o => o.ExampleBody() is not null && o.Id != Moves && !FollowUpSetup.AfterARun.Contains(o.Id))
            .Select(o => o.Id))
        {
            if (id == "PutFlexibleDay")
            {
                await FlexibleSetup.AdoptAsync(cloud.ApiOf(agency), agency, "sari-01");
            }

            if (id == "PostRegisterAgreement")
            {
                await PullSetup.AdoptAsync(cloud.Services, agency);
            }

            if (id == "PostIntake")
            {
                await IntakeSetup.AdoptAsync(cloud.ApiOf(agency), agency);
            }

            if (id == "PostShiftSwap")
            {
                await SwapSetup.AdoptAsync(cloud.ApiOf(agency), agency);
            }

            if (id == "PostReviewDecision")
            {
                await cloud.SweepAsync(agency);
            }

            var call = new ExampleCall(document[id], agency);
            var answer = await call.SendAsync(cloud.ApiOf(agency), call.Body);
            Assert.True(answer.Status is >= 200 and < 300, $"{id}: {answer.Status} {answer.Json}");
            if (id == "PostRegisterAgreement")
            {
                await PullSetup.AppliedAsync(cloud.ApiOf(agency), agency);
            }

            if (id == "PostImportApplication")
            {
                await ImportCalls.EndedAsync(cloud.ApiOf(agency), new ExampleCall(document["GetImport"], agency).Path);
            }
        }

        await StoredRows.SettleAsync(cloud, agency);
        return agency;
    }

    public Task DisposeAsync() => Task.CompletedTask;
}
