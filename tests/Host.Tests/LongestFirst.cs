using Kinerja.Host.Tests.Runs;
using Xunit.Abstractions;

[assembly: TestCollectionOrderer("Kinerja.Host.Tests.LongestFirst", "Kinerja.Host.Tests")]

namespace Kinerja.Host.Tests;

/// <summary>
/// The runs that are killed take the longest: begun first, they keep nobody waiting at the end.
/// </summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) =>
        testCollections.OrderBy(
            collection => collection.DisplayName.Contains(nameof(KilledRunTests), StringComparison.Ordinal) ? 0 : 1);
}
