using Kinerja.Host.Tests.FlexibleWork;
using Kinerja.Host.Tests.FollowUp;
using Kinerja.Host.Tests.Intake;
using Kinerja.Host.Tests.OpenApi;
using Kinerja.Host.Tests.Presence.Attendance;

namespace Kinerja.Host.Tests.Refusals;

/// <summary>An agency that has everything the document's examples write during a quarter.</summary>
public sealed class FilledAgency(CloudFixture cloud) : IAsyncLifetime
{
    /// <summary>Needs the same person in another agency, and would take days from the person here.</summary>
    private const string Moves = "PutMoves";

    internal string Id { get; } = $"dinding-{Guid.NewGuid():N}"[..24];

    public async Task InitializeAsync()
    {
        var document = ApiDocument.Embedded;
        foreach (var id in document.Operations
            .Where(o => o.ExampleBody() is not null && o.Id != Moves && !FollowUpSetup.AfterARun.Contains(o.Id))
            .Select(o => o.Id))
        {
            if (id == "PutFlexibleDay")
            {
                await FlexibleSetup.AdoptAsync(cloud.ApiOf(Id), Id, "sari-01");
            }

            if (id == "PostIntake")
            {
                await IntakeSetup.AdoptAsync(cloud.ApiOf(Id), Id);
            }

            if (id == "PostShiftSwap")
            {
                await SwapSetup.AdoptAsync(cloud.ApiOf(Id), Id);
            }

            if (id == "PostReviewDecision")
            {
                await cloud.SweepAsync(Id);
            }

            var call = new ExampleCall(document[id], Id);
            var answer = await call.SendAsync(cloud.ApiOf(Id), call.Body);
            Assert.True(answer.Status is >= 200 and < 300, $"{id}: {answer.Status} {answer.Json}");
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;
}
