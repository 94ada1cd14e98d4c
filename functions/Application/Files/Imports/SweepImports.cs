using Kinerja.Application.Workforce;
using Kinerja.Domain.Files;

namespace Kinerja.Application.Files.Imports;

/// <summary>Takes away what came in with files, once its term is over.</summary>
public sealed class SweepImports(IAgencies agencies, IImports imports, TimeProvider clock)
{
    /// <summary>How many imports went.</summary>
    public Task<int> ExecuteAsync(CancellationToken cancel) => agencies.ForEachAsync(
        "Taking away imports of",
        async (agency, stop) =>
        {
            var over = await imports.ListAsync(agency.Id, stop).Where(one => one.IsOver(clock.Now()))
                .ToListAsync(stop);
            foreach (var import in over)
            {
                await imports.RemovePagesAsync(agency.Id, import.Id, null, stop);
                await imports.RemoveAsync(import, stop);
            }

            return over.Count;
        },
        cancel);
}
