namespace Kinerja.Host;

internal static class Program
{
    private static void Main()
    {
    }
}
