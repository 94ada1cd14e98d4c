namespace Kinerja.Local;

internal static class Program
{
    private static void Main()
    {
    }
}
