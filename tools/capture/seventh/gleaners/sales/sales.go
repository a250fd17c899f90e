// Package sales is what was sold.
package sales

import (
	"fmt"
	"time"
)

// Sale is a row.
type Sale struct {
	Shop    int
	Article string
	Price   float64
	At      time.Time
	Notes   []byte
}

// Read reads n rows, a thousand at a time.
func Read(seed, n int) []*Sale {
	var rows []*Sale
	for i := 0; i < n; i++ {
		rows = append(rows, &Sale{
			Shop: (i*31 + seed) % 40, Article: fmt.Sprint("article ", i%5000),
			Price: float64(i%977) / 3, At: time.Now(), Notes: make([]byte, 160),
		})
		if i%1000 == 999 {
			time.Sleep(45 * time.Millisecond)
		}
	}
	return rows
}
