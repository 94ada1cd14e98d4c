namespace Azure.Data.Tables.Wire;

/// <summary>What the service would answer to a request that breaks one of its limits.</summary>
internal sealed record Refusal(string Code, string Message)
{
    public RequestFailedException ToException() => new(400, Text(Message), Code, null);

    /// <summary>Inside a transaction the message starts with the place of the failed action.</summary>
    public TableTransactionFailedException ToException(int index) =>
        new(new RequestFailedException(400, Text($"{index}:{Message}"), Code, null));

    private string Text(string message) => $"{message}\nStatus: 400 (Bad Request)\nErrorCode: {Code}";
}
