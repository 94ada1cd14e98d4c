using System.Security.Cryptography;
using System.Text;
using Kinerja.FunctionsHost.Functions;
using Microsoft.AspNetCore.Http;

namespace Kinerja.FunctionsHost.Http;

/// <summary>Who holds which key: the header x-functions-key, or code in the query.</summary>
internal sealed class Keys(string masterKey, string functionKey)
{
    private readonly byte[] _master = Encoding.UTF8.GetBytes(masterKey);
    private readonly byte[] _function = Encoding.UTF8.GetBytes(functionKey);

    public bool IsMaster(HttpRequest request) => CryptographicOperations.FixedTimeEquals(Sent(request), _master);

    /// <summary>True for either key.</summary>
    public bool IsKnown(HttpRequest request) =>
        IsMaster(request) || CryptographicOperations.FixedTimeEquals(Sent(request), _function);

    /// <summary>Whether the request may run the function. A level that is not said is Function.</summary>
    public bool Allows(FunctionEntry function, HttpRequest request) =>
        function.Text("authLevel")?.ToUpperInvariant() switch
        {
            "ANONYMOUS" => true,
            "ADMIN" or "SYSTEM" => IsMaster(request),
            _ => IsKnown(request),
        };

    private static byte[] Sent(HttpRequest request)
    {
        var header = request.Headers["x-functions-key"].ToString();
        return Encoding.UTF8.GetBytes(header.Length > 0 ? header : request.Query["code"].ToString());
    }
}
