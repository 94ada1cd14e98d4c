using System.Text.Json;
using Kinerja.FunctionsHost.Rpc;

namespace Kinerja.FunctionsHost.Functions;

/// <summary>One function as its worker describes it.</summary>
internal sealed class FunctionEntry
{
    private FunctionEntry(RpcFunctionMetadata metadata, JsonElement trigger, bool isDisabled)
    {
        Metadata = metadata;
        Trigger = trigger;
        IsDisabled = isDisabled;
        TriggerName = Text("name") ?? "";
        TriggerType = Text("type") ?? "";
    }

    public string Name => Metadata.Name;

    public RpcFunctionMetadata Metadata { get; }

    /// <summary>The trigger's binding, as JSON.</summary>
    public JsonElement Trigger { get; }

    /// <summary>The parameter that the trigger feeds.</summary>
    public string TriggerName { get; }

    /// <summary>httpTrigger, timerTrigger, queueTrigger.</summary>
    public string TriggerType { get; }

    public bool IsDisabled { get; }

    /// <summary>True when the worker makes the parameter's object itself, from the whole of what triggered.</summary>
    public bool IsDeferred => Trigger.TryGetProperty("properties", out var properties)
        && properties.TryGetProperty("supportsDeferredBinding", out var deferred)
        && string.Equals(deferred.ToString(), "true", StringComparison.OrdinalIgnoreCase);

    public bool Is(string triggerType) => string.Equals(TriggerType, triggerType, StringComparison.OrdinalIgnoreCase);

    /// <summary>A property of the trigger as text; null when it has none.</summary>
    public string? Text(string property) =>
        Trigger.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    /// <summary>A property of the trigger that is true or false.</summary>
    public bool Flag(string property, bool otherwise) =>
        Trigger.TryGetProperty(property, out var value)
            ? string.Equals(value.ToString(), "true", StringComparison.OrdinalIgnoreCase)
            : otherwise;

    /// <summary>
    /// Reads the description; a function without trigger, or with one that this host does not know, is refused.
    /// </summary>
    public static FunctionEntry Read(RpcFunctionMetadata metadata, AppSettings settings)
    {
        if (metadata.Status is { Status: StatusResult.Types.Status.Failure } failed)
        {
            throw new InvalidOperationException(failed.Exception?.Message);
        }

        foreach (var binding in metadata.RawBindings)
        {
            var json = JsonDocument.Parse(binding).RootElement;
            var type = json.TryGetProperty("type", out var t) ? t.GetString() ?? "" : "";
            if (type.EndsWith("Trigger", StringComparison.OrdinalIgnoreCase))
            {
                return type.ToUpperInvariant() is "HTTPTRIGGER" or "TIMERTRIGGER" or "QUEUETRIGGER"
                    ? new FunctionEntry(metadata, json, settings.IsDisabled(metadata.Name))
                    : throw new InvalidOperationException($"this host has no {type}.");
            }
        }

        throw new InvalidOperationException("no binding is a trigger.");
    }
}
