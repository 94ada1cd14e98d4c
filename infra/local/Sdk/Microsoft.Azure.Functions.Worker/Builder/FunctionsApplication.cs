using System.Reflection;
using System.Runtime.CompilerServices;

namespace Microsoft.Azure.Functions.Worker.Builder;

public class FunctionsApplication
{
    /// <summary>The functions of the application are those of the assembly that calls this.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static FunctionsApplicationBuilder CreateBuilder(string[] args)
    {
        var application = Assembly.GetCallingAssembly();
        return new FunctionsApplicationBuilder(args, application.GetTypes());
    }
}
