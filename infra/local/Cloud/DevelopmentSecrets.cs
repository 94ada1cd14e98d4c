using System.Security.Cryptography;

namespace Kinerja.Local.Cloud;

/// <summary>What Azure keeps in a key vault, made once for one machine and kept beside its other state.</summary>
internal static class DevelopmentSecrets
{
    /// <summary>The key that receipts are signed with, as PEM.</summary>
    internal static string ReceiptKey(string folder) => Once(Path.Combine(folder, "receipt-key.pem"), () =>
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return key.ExportPkcs8PrivateKeyPem();
    });

    /// <summary>What makes the draw of spot checks unpredictable.</summary>
    internal static string SpotCheckSalt(string folder) => Key(folder, "spot-check-salt.txt");

    /// <summary>The key of the hashes by which people are found by NIP.</summary>
    internal static string NipLookupKey(string folder) => Key(folder, "nip-lookup-key.txt");

    /// <summary>The key that seals NIPs in rows.</summary>
    internal static string SealKeys(string folder) => Key(folder, "seal-keys.txt");

    /// <summary>The key to the local host's admin addresses.</summary>
    internal static string MasterKey(string folder) => Once(
        Path.Combine(folder, "master-key.txt"), () => Convert.ToHexString(RandomNumberGenerator.GetBytes(24)));

    private static string Key(string folder, string file) =>
        Once(Path.Combine(folder, file), () => Convert.ToHexString(RandomNumberGenerator.GetBytes(32)));

    private static string Once(string file, Func<string> make)
    {
        if (!File.Exists(file))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            var whole = file + ".new";
            File.WriteAllText(whole, make());
            File.Move(whole, file, overwrite: true);
        }

        return File.ReadAllText(file);
    }
}
