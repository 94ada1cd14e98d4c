using Kinerja.Domain;

namespace Kinerja.Application.Workforce;

internal static class WorkforceSlices
{
    private const int PeoplePerSlice = 500;

    /// <summary>
    /// An agency's people in slices of about 500, so that whoever reads one after the other takes longer for a large
    /// agency and not more memory.
    /// </summary>
    internal static async Task<IEnumerable<HashRange>> SlicesAsync(
        this IWorkforce workforce, AgencyId agency, CancellationToken cancel)
    {
        var count = HashRange.CountFor(await workforce.CountEmployeesAsync(agency, cancel), PeoplePerSlice);
        return Enumerable.Range(0, count).Select(i => HashRange.Slice(i, count));
    }
}
