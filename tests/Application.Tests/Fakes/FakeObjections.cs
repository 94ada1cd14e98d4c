using Kinerja.Domain;

namespace Kinerja.Application.Tests.Fakes;

internal sealed class FakeObjections : IObjections
{
    internal HashSet<(AgencyId, AppraisalPeriod)> Open { get; } = [];

    public Task<bool> AnyOpenAsync(AgencyId agency, AppraisalPeriod period, CancellationToken cancel) =>
        Task.FromResult(Open.Contains((agency, period)));
}
