namespace Azure.Data.Tables.Wire;

/// <summary>The answer to a read of an entity that is not there.</summary>
internal sealed class NoEntity<T>(Response response) : NullableResponse<T>
{
    public override bool HasValue => false;

    public override T Value => throw new InvalidOperationException("The entity does not exist: check HasValue.");

    public override Response GetRawResponse() => response;
}
