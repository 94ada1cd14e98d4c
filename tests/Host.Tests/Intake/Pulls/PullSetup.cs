using System.Text.Json.Nodes;
using Kinerja.Application.Intake.Pulls;
using Kinerja.Domain;
using Kinerja.Domain.Intake.Pulls;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Kinerja.Host.Tests.Intake.Pulls;

/// <summary>The pull of the document's examples, as if it had been read: with nothing to be written.</summary>
internal static class PullSetup
{
    private const string Id = "00112233445566778899aabbccddeeff";

    internal static async Task AdoptAsync(IServiceProvider services, string agency)
    {
        var (pulls, id) = (services.GetRequiredService<IRegisterPulls>(), AgencyId.Parse(agency).Value);
        var at = Instant.FromUtc(2026, 1, 5, 1, 0);
        await pulls.PutChangesAsync(
            id, Id, [new("2_rudi-01", RegisterPart.Employee, "rudi-01", RegisterChangeKind.Missing)], default);
        await pulls.PutPullAsync(
            new(id, Id, PullState.Open, at, new(0, 0, 0, 1, 0)), (await pulls.FindPullAsync(id, default))?.Tag,
            default);
    }

    /// <summary>Waits until what was agreed to has been applied, which a queue does.</summary>
    internal static Task<JsonNode> AppliedAsync(Api api, string agency) => api.UntilAsync(
        $"/api/v1/agencies/{agency}/register-source", source => (string?)source["pull"]?["state"] == "applied");
}
