// Package encode renders rows.
package encode

import (
	"encoding/json"
	"fmt"
)

// Rows renders n rows.
func Rows(n int) ([]byte, error) {
	out := []byte("[")
	for i := 0; i < n; i++ {
		text, err := json.Marshal(row(i))
		if err != nil {
			return nil, err
		}
		out = append(append(out, text...), ',')
	}
	return append(out, ']'), nil
}

func row(i int) map[string]interface{} {
	return map[string]interface{}{
		"id": i, "name": fmt.Sprintf("row %d", i), "price": float64(i) * 1.07, "tags": []string{"a", "b", "c"},
	}
}
