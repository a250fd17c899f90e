// Package level reads stock levels.
package level

import (
	"context"
	"database/sql"
	"log"
	"time"
)

// Follow reads the level of one article again and again.
func Follow(ctx context.Context, db *sql.DB, article int) {
	for ctx.Err() == nil {
		var id, name string
		row := db.QueryRowContext(ctx, "SELECT SLEEP(900), id, name FROM level WHERE article = ? LIMIT 1", article)
		if err := row.Scan(&id, &name); err != nil && ctx.Err() == nil {
			log.Print(err)
		}
		time.Sleep(50 * time.Millisecond)
	}
}
