using Kinerja.Application.Runs;
using Kinerja.Application.Tables;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Workforce;
using Microsoft.Extensions.DependencyInjection;

namespace Kinerja.Host.Tests;

/// <summary>
/// The agencies as a timer sees them, but for one alone: on the shared cloud a round would go through those of all
/// other tests.
/// </summary>
internal sealed class OneAgency(IAgencies all, AgencyId id) : IAgencies
{
    /// <summary>What the quarter's timer does at its end, for that agency.</summary>
    internal static Task FinaliseAsync(CloudFixture cloud, string agency) => ActivatorUtilities
        .CreateInstance<FinaliseRuns>(
            cloud.Services,
            new OneAgency(cloud.Services.GetRequiredService<IAgencies>(), AgencyId.Parse(agency).Value))
        .FinaliseDueAsync(CancellationToken.None);

    public Task<Agency?> FindAsync(AgencyId agency, CancellationToken cancel) => all.FindAsync(agency, cancel);

    public Task<Tagged<Agency>?> FindTaggedAsync(AgencyId agency, CancellationToken cancel) =>
        all.FindTaggedAsync(agency, cancel);

    public Task<bool> PutAsync(NextVersion<Agency> agency, CancellationToken cancel) =>
        all.PutAsync(agency, cancel);

    public IAsyncEnumerable<Agency> ListAsync(CancellationToken cancel) =>
        all.ListAsync(cancel).Where(agency => agency.Id == id);
}
