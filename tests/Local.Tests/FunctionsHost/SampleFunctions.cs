using System.Collections.Immutable;
using Microsoft.Azure.Functions.Worker.Core.FunctionMetadata;

namespace Kinerja.Local.Tests.FunctionsHost;

/// <summary>
/// Of the sample app's functions only those of the given classes, so that each test starts what it asks for.
/// </summary>
internal sealed class SampleFunctions(IEnumerable<Type> classes) : IFunctionMetadataProvider
{
    private readonly SampleApp.GeneratedFunctionMetadataProvider _all = new();

    /// <summary>One that no class has.</summary>
    public IFunctionMetadata? Other { get; init; }

    public async Task<ImmutableArray<IFunctionMetadata>> GetFunctionMetadataAsync(string directory)
    {
        var all = await _all.GetFunctionMetadataAsync(directory);
        var ours = all.Where(
            f => classes.Any(c => f.EntryPoint!.StartsWith(c.FullName + ".", StringComparison.Ordinal)));
        return [.. ours, .. Other is null ? [] : new[] { Other }];
    }
}
