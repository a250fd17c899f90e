// Command scopedwell calls within scopes.
package main

import (
	"context"
	"time"

	"go.northgate.example/kit/boot"
	"go.northgate.example/kit/burn"
	"go.northgate.example/kit/crowd"
	"go.northgate.example/kit/load"

	"git.ferry.example/scope/scopedwell/scope"
)

func main() {
	boot.Run("scopedwell", func(ctx context.Context) error {
		caller := scope.NewCaller()
		load.Crew(ctx, 200, 30*time.Millisecond, func(member, n int) { caller.Call(ctx, time.Duration(1+(member+n)%9)*400*time.Millisecond) })
		crowd.Staff(ctx, 50)
		burn.Orders(ctx, 2000)
		return nil
	})
}
