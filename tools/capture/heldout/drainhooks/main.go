// Command drainhooks has sessions.
package main

import (
	"context"
	"time"

	"go.northgate.example/kit/ballast"
	"go.northgate.example/kit/boot"
	"go.northgate.example/kit/burn"
	"go.northgate.example/kit/crowd"
	"go.northgate.example/kit/load"

	"git.garrison.example/life/drainhooks/conn"
	"git.garrison.example/life/drainhooks/life"
)

var customers map[int]*ballast.Customer

func main() {
	boot.Run("drainhooks", func(ctx context.Context) error {
		customers = ballast.Customers(10)
		cycle := &life.Cycle{}
		load.Crew(ctx, 12, 60*time.Millisecond, func(member, n int) {
			session := conn.Accept(cycle, member*1000+n)
			session.Serve()
			session.End()
		})
		crowd.Staff(ctx, 60)
		burn.Orders(ctx, 2000)
		context.AfterFunc(ctx, cycle.Stop)
		return nil
	})
}
