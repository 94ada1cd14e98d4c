using System.Text.Encodings.Web;
using System.Text.Json;

namespace Kinerja.Application.Json;

/// <summary>
/// How text is written in JSON that somebody may read: answers, events, exports, columns. Only what JSON asks for is
/// escaped, so that <c>+07:00</c>, <c>×</c> and <c>Ma'ruf</c> stand as they are. Such JSON is never a part of a page.
/// Bytes that are hashed for a ranking keep the escapes of System.Text.Json, so that hashes do not change.
/// </summary>
public static class ReadableJson
{
    public static JsonWriterOptions Writer { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal static JsonSerializerOptions Of(JsonSerializerOptions options) =>
        new(options) { Encoder = Writer.Encoder };
}
