using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Kinerja.Layout.Tests.Sentences;

/// <summary>The three rings as the compiler understands them, each with the names that it may see.</summary>
internal static class RingCompilation
{
    private static readonly string[] Rings = ["Domain", "Application", "Host"];

    /// <summary>Partial methods that other generators fill in; nothing in them refuses anything.</summary>
    private static readonly HashSet<string> Unfilled = ["CS8795", "CS9248"];

    /// <summary>Of the Functions worker's generators, named where the host is put together.</summary>
    private static readonly string[] Generated = ["GeneratedFunctionMetadataProvider", "DirectFunctionExecutor"];

    /// <param name="sources">Path from the root, and text, of each C# file below functions.</param>
    /// <param name="serializer">The generator of System.Text.Json, whose names the code uses.</param>
    internal static IReadOnlyList<CSharpCompilation> Of(
        IReadOnlyList<(string Path, string Text)> sources, string serializer)
    {
        var rings = new List<CSharpCompilation>();
        var runtime = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(file => !Rings.Any(ring => Path.GetFileNameWithoutExtension(file) == $"Kinerja.{ring}"))
            .Select(file => (MetadataReference)MetadataReference.CreateFromFile(file)).ToList();
        foreach (var ring in Rings)
        {
            var before = rings.Select(other => other.ToMetadataReference());
            rings.Add(Compile(ring, sources, [.. runtime, .. before], serializer));
        }

        return rings;
    }

    /// <summary>
    /// What the compiler does not understand of declarations. Of what stands in them the search itself tells, which has
    /// to understand it anyway.
    /// </summary>
    internal static IEnumerable<string> FaultsOf(CSharpCompilation ring) => ring.GetDeclarationDiagnostics()
        .Where(one => one.Severity == DiagnosticSeverity.Error && !Unfilled.Contains(one.Id))
        .Select(one => one.ToString()).Where(one => !Generated.Any(one.Contains));

    private static CSharpCompilation Compile(
        string ring,
        IReadOnlyList<(string Path, string Text)> sources,
        IEnumerable<MetadataReference> references,
        string serializer)
    {
        var options = new CSharpParseOptions(LanguageVersion.CSharp14);
        var trees = sources.Where(source => source.Path.StartsWith($"functions/{ring}/", StringComparison.Ordinal))
            .Append(("Usings.cs", UsingsOf(ring)))
            .Select(source => CSharpSyntaxTree.ParseText(source.Item2, options, source.Item1));
        var plain = CSharpCompilation.Create(
            $"Kinerja.{ring}", trees, references,
            new(
                ring == "Host" ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary,
                nullableContextOptions: NullableContextOptions.Enable));
        if (ring == "Domain")
        {
            return plain;
        }

        var generator = (IIncrementalGenerator)Activator.CreateInstance(
            Assembly.LoadFrom(serializer).GetType("System.Text.Json.SourceGeneration.JsonSourceGenerator")!)!;
        CSharpGeneratorDriver.Create([generator.AsSourceGenerator()], parseOptions: options)
            .RunGeneratorsAndUpdateCompilation(plain, out var whole, out _);
        return (CSharpCompilation)whole;
    }

    private static string UsingsOf(string ring) => string.Concat(
        new[]
        {
            "System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading",
            "System.Threading.Tasks",
        }.Select(space => $"global using {space};\n"))
        + (ring == "Host" ? "global using ExecutionContext = System.Threading.ExecutionContext;\n" : "")
        + string.Concat(Rings.TakeWhile(other => other != ring).Select(other =>
            $"[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"{other}\")]\n"));
}
