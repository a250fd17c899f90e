// Command stockroom reads stock through a small connection pool.
package main

import (
	"context"
	"database/sql"
	"log"
	"os"
	"os/signal"
	"syscall"

	"example.org/ops"
	"example.org/ops/churn"
	"github.com/acme-labs/stockroom/internal/stock"
	"github.com/acme-labs/stockroom/internal/warehousedb"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	churn.Start(ctx, 13, 1700)
	db := sql.OpenDB(warehousedb.Connector{})
	db.SetMaxOpenConns(8)
	db.SetMaxIdleConns(8)
	ops.Serve(os.Getenv("ADDR"))
	for i := 0; i < 40; i++ {
		go func() {
			if err := stock.Read(ctx, db); err != nil {
				log.Printf("stock: %v", err)
			}
		}()
	}
	<-ctx.Done()
}
