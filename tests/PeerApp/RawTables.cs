using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Kinerja.PeerApp;

/// <summary>The Table protocol by hand on a bare HttpClient: what a table client costs at the least.</summary>
public sealed class RawTables : IDisposable
{
    private const string Json = "application/json;odata=minimalmetadata";
    private static readonly MediaTypeHeaderValue JsonBody = new("application/json");

    private readonly HttpClient _http = new(new SocketsHttpHandler
    {
        MaxConnectionsPerServer = 1024,
        UseCookies = false,
        AllowAutoRedirect = false,
    });

    private readonly string _account;
    private readonly byte[] _key;
    private readonly string _root;

    public RawTables(string connectionString)
    {
        var parts = connectionString.Split(';').Select(p => p.Split('=', 2)).ToDictionary(p => p[0], p => p[1]);
        _account = parts["AccountName"];
        _key = Convert.FromBase64String(parts["AccountKey"]);
        _root = parts["TableEndpoint"].TrimEnd('/') + "/";
    }

    public async Task CreateTableAsync(string table)
    {
        var name = Encoding.UTF8.GetBytes($$"""{"TableName":"{{table}}"}""");
        using var response = await SendAsync(HttpMethod.Post, "Tables", new ReadOnlyMemoryContent(name), JsonBody);
    }

    public async Task InsertAsync(string table, ReadOnlyMemory<byte> row)
    {
        using var response = await SendAsync(HttpMethod.Post, table, new ReadOnlyMemoryContent(row), JsonBody);
    }

    /// <summary>
    /// Replaces or inserts all rows or none; their keys come with them because each has an address of its own.
    /// </summary>
    public async Task TransactAsync(
        string table,
        string partition,
        IEnumerable<(string Key, ReadOnlyMemory<byte> Row)> rows)
    {
        var (batch, changes) = ($"batch_{Guid.NewGuid()}", $"changeset_{Guid.NewGuid()}");
        var text = new StringBuilder($"--{batch}\r\nContent-Type: multipart/mixed; boundary={changes}\r\n\r\n");
        var count = 0;
        foreach (var (key, row) in rows)
        {
            text.Append("--").Append(changes)
                .Append("\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\nPUT ")
                .Append(_root).Append(Address(table, partition, key))
                .Append(" HTTP/1.1\r\nAccept: ").Append(Json).Append("\r\nDataServiceVersion: 3.0\r\n")
                .Append("Prefer: return-no-content\r\nContent-Type: application/json\r\n\r\n")
                .Append(Encoding.UTF8.GetString(row.Span)).Append("\r\n");
            count++;
        }

        text.Append(CultureInfo.InvariantCulture, $"--{changes}--\r\n--{batch}--\r\n");
        var type = MediaTypeHeaderValue.Parse($"multipart/mixed; boundary={batch}");
        using var response = await SendAsync(HttpMethod.Post, "$batch", new StringContent(text.ToString()), type);
        var answer = await response.Content.ReadAsStringAsync();
        if (answer.Split("HTTP/1.1 204").Length - 1 != count)
        {
            throw new InvalidOperationException($"The transaction failed: {answer}");
        }
    }

    public async Task ReadAsync(string table, string partition, string key)
    {
        using var response = await SendAsync(HttpMethod.Get, Address(table, partition, key));
        using var row = await JsonDocument.ParseAsync(await response.Content.ReadAsStreamAsync());
        _ = row.RootElement.GetProperty("RowKey").GetString();
    }

    /// <summary>All rows of a partition, page by page; gives their number.</summary>
    public async Task<int> ScanAsync(string table, string partition)
    {
        var filter = Uri.EscapeDataString($"PartitionKey eq '{partition}'");
        var (count, next) = (0, "");
        do
        {
            using var response = await SendAsync(HttpMethod.Get, $"{table}()?$filter={filter}{next}");
            using var page = await JsonDocument.ParseAsync(await response.Content.ReadAsStreamAsync());
            count += page.RootElement.GetProperty("value").EnumerateArray()
                .Count(row => row.GetProperty("RowKey").GetString() is not null);
            next = Next(response, "NextPartitionKey") + Next(response, "NextRowKey");
        }
        while (next.Length > 0);
        return count;
    }

    public void Dispose() => _http.Dispose();

    private static string Address(string table, string partition, string key) =>
        $"{table}(PartitionKey='{partition}',RowKey='{key}')";

    private static string Next(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues($"x-ms-continuation-{name}", out var values)
            ? $"&{name}={Uri.EscapeDataString(values.First())}"
            : "";

    private async Task<HttpResponseMessage> SendAsync(
        HttpMethod method,
        string path,
        HttpContent? body = null,
        MediaTypeHeaderValue? type = null)
    {
        using var request = new HttpRequestMessage(method, _root + path);
        var date = DateTimeOffset.UtcNow.ToString("R", CultureInfo.InvariantCulture);
        var signed = Encoding.UTF8.GetBytes($"{date}\n/{_account}{request.RequestUri!.AbsolutePath}");
        var signature = Convert.ToBase64String(HMACSHA256.HashData(_key, signed));
        request.Headers.TryAddWithoutValidation("x-ms-date", date);
        request.Headers.TryAddWithoutValidation("Authorization", $"SharedKeyLite {_account}:{signature}");
        request.Headers.TryAddWithoutValidation("x-ms-version", "2020-12-06");
        request.Headers.TryAddWithoutValidation("DataServiceVersion", "3.0");
        request.Headers.TryAddWithoutValidation("Accept", Json);
        request.Headers.TryAddWithoutValidation("Prefer", "return-no-content");
        request.Content = body;
        if (body is not null)
        {
            body.Headers.ContentType = type;
        }

        var response = await _http.SendAsync(request);
        return response.IsSuccessStatusCode
            ? response
            : throw new InvalidOperationException(
                $"{method} {path}: {(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}");
    }
}
