using System.Net;
using System.Net.Sockets;

namespace Kinerja.Application.Webhooks;

/// <summary>
/// Whether an IP address leads out into the Internet. Every other one could lead to this service's own network, and is
/// no target: loopback, private and shared ranges, link-local (where clouds keep their metadata), documentation,
/// benchmarks, multicast, reserved (RFC 6890), and IPv6 addresses that carry such an IPv4 address within.
/// </summary>
public static class PublicAddress
{
    private static readonly IPNetwork[] Closed =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12",
            "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24",
            "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4", "64:ff9b:1::/48", "100::/64", "2001::/23",
            "2001:db8::/32", "3fff::/20",
        }.Select(IPNetwork.Parse),
    ];

    private static readonly IPNetwork Global = IPNetwork.Parse("2000::/3"), Nat64 = IPNetwork.Parse("64:ff9b::/96"),
        SixToFour = IPNetwork.Parse("2002::/16");

    public static bool Is(IPAddress address) => address.AddressFamily switch
    {
        AddressFamily.InterNetwork => !IsClosed(address),
        AddressFamily.InterNetworkV6 when address.IsIPv4MappedToIPv6 => Is(address.MapToIPv4()),
        AddressFamily.InterNetworkV6 when Nat64.Contains(address) => Is(Within(address, 12)),
        AddressFamily.InterNetworkV6 when SixToFour.Contains(address) => Is(Within(address, 2)),
        AddressFamily.InterNetworkV6 => Global.Contains(address) && !IsClosed(address),
        _ => false,
    };

    private static bool IsClosed(IPAddress address) => Closed.Any(network => network.Contains(address));

    private static IPAddress Within(IPAddress address, int from) => new(address.GetAddressBytes().AsSpan(from, 4));
}
