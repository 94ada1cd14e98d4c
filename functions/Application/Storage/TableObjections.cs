using Kinerja.Domain;

namespace Kinerja.Application.Storage;

/// <summary>Objections by agency and period; a row whose key begins with <c>open_</c> stands for each that is not settled.</summary>
public sealed class TableObjections(TableStore store) : IObjections
{
    internal const string OpenPrefix = "open_";

    public async Task<bool> AnyOpenAsync(AgencyId agency, AppraisalPeriod period, CancellationToken cancel)
    {
        var filter = TableRange.Prefix(TableKeys.Period(agency, period), OpenPrefix);
        return await store.ListAsync(TableNames.Objections, filter, null, cancel).AnyAsync(cancel);
    }
}
