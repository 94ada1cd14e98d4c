using System.Collections.Concurrent;
using System.Text.Json;
using Json.Pointer;
using Json.Schema;
using Json.Schema.Keywords;
using AnnotatingFormat = Json.Schema.Keywords.Draft06.FormatKeyword;

namespace Kinerja.Shared;

/// <summary>
/// Holds values against the JSON schemas of one document; their references, such as #/components/schemas/Problem, lead
/// into that document. A keyword that nobody checks throws, so that no rule is written down and silently ignored.
/// </summary>
public sealed class DocumentSchemas
{
    private const string Address = "urn:kinerja:document";

    private static readonly EvaluationOptions Quick = new() { OutputFormat = OutputFormat.Flag };
    private static readonly EvaluationOptions Explained = new() { OutputFormat = OutputFormat.Hierarchical };

    /// <summary>
    /// Draft 2020-12 under its own id, for schemas that name it, without unknown keywords and those that only annotate.
    /// </summary>
    private static readonly Dialect Strict = Dialect.Draft202012.Without(
        [
            AnnotatingFormat.Annotate,
            ContentEncodingKeyword.Instance,
            ContentMediaTypeKeyword.Instance,
            ContentSchemaKeyword.Instance
        ],
        Dialect.Draft202012.Id, allowUnknownKeywords: false);

    private readonly JsonElement _document;
    private readonly BuildOptions _options = new()
    {
        Dialect = Strict,
        DialectRegistry = new(),
        SchemaRegistry = new()
    };
    private readonly ConcurrentDictionary<string, JsonSchema> _built = new();
    private readonly Lock _building = new();

    public DocumentSchemas(JsonElement document)
    {
        _document = document;
        _options.DialectRegistry.Register(Strict);
        _options.SchemaRegistry.Register(
            new JsonElementBaseDocument(Addressed(document.GetRawText()), new Uri(Address)));
    }

    /// <summary>Each fault begins with <paramref name="at"/> and the JSON pointer of the value that is wrong.</summary>
    public IEnumerable<string> Faults(JsonElement schema, JsonElement value, string at = "")
    {
        var built = _built.GetOrAdd(schema.GetRawText(), Build);
        return built.Evaluate(value, Quick).IsValid
            ? []
            : [.. Faults(built.Evaluate(value, Explained)).Select(fault => at + fault)];
    }

    /// <summary>What a local reference points to.</summary>
    public JsonElement Resolve(string reference) =>
        JsonPointer.Parse(reference.TrimStart('#')).Evaluate(_document)
        ?? throw new ArgumentException($"{reference} leads nowhere", nameof(reference));

    private JsonSchema Build(string schema)
    {
        lock (_building)
        {
            return _built.TryGetValue(schema, out var built) ? built : JsonSchema.Build(Addressed(schema), _options);
        }
    }

    /// <summary>A schema is built apart from its document, which its references therefore have to name.</summary>
    private static JsonElement Addressed(string json) =>
        JsonDocument.Parse(json.Replace("\"#/", $"\"{Address}#/", StringComparison.Ordinal)).RootElement;

    /// <summary>A choice that does not fit is a fault only where no other one does.</summary>
    private static IEnumerable<string> Faults(EvaluationResults results)
    {
        var own = (results.Errors ?? []).Select(
            error => $"{results.InstanceLocation} {error.Value} ({results.EvaluationPath}/{error.Key})").ToList();
        var inner = (results.Details ?? []).Where(detail => !detail.IsValid).SelectMany(Faults).ToList();
        return own.Count + inner.Count > 0
            ? [.. own, .. inner]
            : [$"{results.InstanceLocation} fits too many choices ({results.EvaluationPath})"];
    }
}
