using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Azure.Data.Tables;

[SuppressMessage("Naming", "CA1710", Justification = "The name is the official one.")]
public sealed partial class TableEntity : IDictionary<string, object?>
{
    public int Count => _values.Count;

    public ICollection<string> Keys => _values.Keys;

    ICollection<object?> IDictionary<string, object?>.Values => _values.Values;

    bool ICollection<KeyValuePair<string, object?>>.IsReadOnly => false;

    public object? this[string key]
    {
        get => Get(key);
        set => Set(key, value);
    }

    public void Add(string key, object? value) => _values.Add(key, value);

    public bool ContainsKey(string key) => _values.ContainsKey(key);

    public bool Remove(string key) => _values.Remove(key);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out object? value) =>
        _values.TryGetValue(key, out value);

    public void Clear() => _values.Clear();

    void ICollection<KeyValuePair<string, object?>>.Add(KeyValuePair<string, object?> item) =>
        Set(item.Key, item.Value);

    bool ICollection<KeyValuePair<string, object?>>.Contains(KeyValuePair<string, object?> item) =>
        Values.Contains(item);

    void ICollection<KeyValuePair<string, object?>>.CopyTo(
        KeyValuePair<string, object?>[] array, int arrayIndex) =>
        Values.CopyTo(array, arrayIndex);

    bool ICollection<KeyValuePair<string, object?>>.Remove(KeyValuePair<string, object?> item) =>
        Values.Remove(item);

    IEnumerator<KeyValuePair<string, object?>> IEnumerable<KeyValuePair<string, object?>>.GetEnumerator() =>
        _values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _values.GetEnumerator();

    private ICollection<KeyValuePair<string, object?>> Values => _values;

    /// <summary>For the wire: walks the values without boxing an enumerator.</summary>
    internal Dictionary<string, object?> Columns => _values;

    internal static TableEntity WithCapacity(int columns) => new(columns);

    private TableEntity(int columns) => _values = new Dictionary<string, object?>(columns);

    // A property keeps its type once set: numbers widen, everything else is refused.
    private void Set(string key, object? value)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        if (value is not null && _values.GetValueOrDefault(key) is { } old)
            value = Fit(key, old, value);
        _values[key] = value;
    }

    private static object Fit(string key, object old, object value) => (old, value) switch
    {
        (int, double or long) => value,
        (double, int number) => (double)number,
        (long, int number) => (long)number,
        _ when old.GetType().IsInstanceOfType(value) => value,
        _ => throw new InvalidOperationException(
            $"Property '{key}' holds a {old.GetType()} and cannot become a {value.GetType()}."),
    };
}
