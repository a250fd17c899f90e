// Package stalls uses three databases' pools, all busy, and listens to notifications.
package stalls

import (
	"context"
	"database/sql"
	"fmt"
	"log"
	"time"

	_ "github.com/go-sql-driver/mysql" // a driver
	"github.com/jackc/pgx/v4"
	"github.com/jackc/pgx/v4/pgxpool"
	"github.com/lib/pq"

	"hub.tessera.example/base/cadence"
)

const dsn = "postgres://postgres@127.0.0.1/test?sslmode=disable"

// Start opens all pools.
func Start(ctx context.Context) error {
	for i, name := range []string{"postgres", "mysql"} {
		source := []string{dsn, "root@tcp(127.0.0.1:3306)/test"}[i]
		db, err := sql.Open(name, source)
		if err != nil {
			return err
		}
		db.SetMaxOpenConns(7)
		db.SetMaxIdleConns(7)
		work(ctx, db)
	}
	pool, err := pgxpool.Connect(ctx, dsn+"&pool_max_conns=6")
	if err != nil {
		return err
	}
	for i := 0; i < 12; i++ {
		cadence.Loop(ctx, 50*time.Millisecond, func(int) {
			_, _ = pool.Exec(ctx, "select pg_sleep(0.15)")
		})
	}
	for i := 0; i < 5; i++ {
		listen(ctx, fmt.Sprint("area", i))
	}
	return await(ctx, pool)
}

// work keeps more workers than connections.
func work(ctx context.Context, db *sql.DB) {
	for i := 0; i < 12; i++ {
		cadence.Loop(ctx, 40*time.Millisecond, func(int) {
			tx, err := db.BeginTx(ctx, nil)
			if err != nil {
				log.Print(err)
				return
			}
			defer tx.Rollback()
			var one int
			if err := tx.QueryRowContext(ctx, "select 1").Scan(&one); err == nil {
				time.Sleep(80 * time.Millisecond)
				_ = tx.Commit()
			}
		})
	}
}

// listen reads an area's notifications.
func listen(ctx context.Context, area string) {
	l := pq.NewListener(dsn, time.Second, time.Minute, nil)
	if err := l.Listen(area); err != nil {
		log.Print(err)
	}
	go func() {
		for {
			select {
			case <-l.Notify:
			case <-time.After(90 * time.Second):
				_ = l.Ping()
			case <-ctx.Done():
				_ = l.Close()
				return
			}
		}
	}()
}

// await waits for notifications on connections of pgx and sends some.
func await(ctx context.Context, pool *pgxpool.Pool) error {
	for i := 0; i < 4; i++ {
		conn, err := pgx.Connect(ctx, dsn)
		if err != nil {
			return err
		}
		if _, err := conn.Exec(ctx, "listen orders"); err != nil {
			return err
		}
		go func() {
			defer conn.Close(ctx)
			for ctx.Err() == nil {
				if _, err := conn.WaitForNotification(ctx); err != nil {
					return
				}
			}
		}()
	}
	cadence.Loop(ctx, time.Second, func(n int) {
		_, _ = pool.Exec(ctx, fmt.Sprintf("notify area%d", n%5))
	})
	return nil
}
