using System.Diagnostics.CodeAnalysis;

namespace Kinerja.Domain;

/// <summary>
/// A value or a <see cref="Domain.Refusal"/>: the only result type in the code base. The default is no valid result.
/// </summary>
public readonly struct Result<T>
    where T : notnull
{
    private readonly T? _value;
    private readonly bool _accepted;

    private Result(T value)
    {
        _value = value;
        _accepted = true;
    }

    private Result(Refusal refusal) => Refusal = refusal;

    public Refusal? Refusal { get; }

    public T Value => _accepted && _value is not null ? _value : throw NoValue();

    public static implicit operator Result<T>(T value) => new(value);

    public static implicit operator Result<T>(Refusal refusal) => new(refusal);

    /// <summary>The next step's result, or this refusal when there is no value to go on with.</summary>
    public Result<TNext> Then<TNext>(Func<T, Result<TNext>> next)
        where TNext : notnull => Refusal is null ? next(Value) : Refusal;

    /// <summary>The same, a refusal's pointers moved below that prefix.</summary>
    public Result<T> Under(string prefix) => Refusal is null ? this : Refusal.Under(prefix);

    /// <summary>True with the value, or false with the refusal; the default result is neither and throws.</summary>
    public bool TryGet([NotNullWhen(true)] out T? value, [NotNullWhen(false)] out Refusal? refusal)
    {
        value = _value;
        refusal = Refusal;
        return _accepted || refusal is not null ? _accepted : throw NoValue();
    }

    private InvalidOperationException NoValue() => new($"No value: {Refusal?.Code ?? "the default result"}");
}
