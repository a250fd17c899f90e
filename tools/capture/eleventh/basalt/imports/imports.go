// Package imports reads files and says what they are.
package imports

import (
	"context"
	"errors"
	"time"

	"go.basalt.example/news/basalt/reader"
)

var errHeader = errors.New("import: no known header")

// Import reads file n.
func Import(ctx context.Context, n int) error {
	r := reader.Open(ctx, 48)
	defer r.Close()
	for piece := 0; r.Next(); piece++ {
		time.Sleep(60 * time.Millisecond)
		if piece == 3 && n%8 == 5 {
			return errHeader
		}
	}
	return nil
}
