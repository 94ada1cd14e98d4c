using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Azure.Messaging.ServiceBus;

namespace Kinerja.Local.Ministry;

/// <summary>An event as it came, from the topic or over HTTP.</summary>
/// <param name="Agency">Whose it is.</param>
/// <param name="Sequence">The agency's number of it, from 1.</param>
/// <param name="Id">The same again when it comes twice.</param>
/// <param name="Type">The CloudEvents type.</param>
/// <param name="Seal">Null where the event has none.</param>
/// <param name="Data">The body's text, from brace to brace: what hashes and seals are over.</param>
internal sealed record ReceivedEvent(
    string Agency, long Sequence, string Id, string Type, string? Seal, string Data)
{
    internal byte[] Bytes => Encoding.UTF8.GetBytes(Data);

    internal string Sha256 => Convert.ToHexStringLower(SHA256.HashData(Bytes));

    /// <summary>One of <c>events</c>, as the API answers it (structured mode).</summary>
    internal static ReceivedEvent OfAnswer(string agency, JsonElement one) => new(
        agency,
        NumberOf(one.GetProperty("sequence").GetString()),
        one.GetProperty("id").GetString()!,
        one.GetProperty("type").GetString()!,
        one.TryGetProperty("seal", out var seal) ? seal.GetString() : null,
        one.GetProperty("data").GetRawText());

    /// <summary>A message of the topic (binary mode).</summary>
    internal static ReceivedEvent OfMessage(ServiceBusReceivedMessage message)
    {
        var properties = message.ApplicationProperties;
        return new(
            (string)properties["agency"],
            NumberOf((string)properties["cloudEvents_sequence"]),
            message.MessageId,
            (string)properties["type"],
            properties.TryGetValue("cloudEvents_seal", out var seal) ? (string)seal : null,
            message.Body.ToString());
    }

    private static long NumberOf(string? sequence) => long.Parse(sequence!, CultureInfo.InvariantCulture);
}
