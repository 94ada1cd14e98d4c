using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Data.Tables.Wire;

/// <summary>Dates each attempt and signs it with the account key when there is one.</summary>
internal sealed class SharedKeyLitePolicy(string accountName, byte[] key) : HttpPipelineSynchronousPolicy
{
    private readonly string _scheme = $"SharedKeyLite {accountName}:";

    public override void OnSendingRequest(HttpMessage message)
    {
        var date = DateTimeOffset.UtcNow.ToString("R", CultureInfo.InvariantCulture);
        message.Request.Headers.SetValue("x-ms-date", date);
        // The path as it is sent: the emulator's account name appears twice because its path starts with it.
        var path = message.Request.Uri.ToUri().AbsolutePath;
        message.Request.Headers.SetValue("Authorization", _scheme + Sign(date, path));
    }

    private string Sign(string date, string path)
    {
        var text = $"{date}\n/{accountName}{path}";
        var size = Encoding.UTF8.GetMaxByteCount(text.Length);
        var bytes = size <= 2048 ? stackalloc byte[2048] : new byte[size];
        var length = Encoding.UTF8.GetBytes(text, bytes);
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key, bytes[..length], hash);
        return Convert.ToBase64String(hash);
    }
}
