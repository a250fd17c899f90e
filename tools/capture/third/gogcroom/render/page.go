// Package render makes pages.
package render

import (
	"bytes"
	"fmt"
	"net/http"
	"strconv"
)

// Page writes a table of so many rows.
func Page(w http.ResponseWriter, r *http.Request) {
	rows, err := strconv.Atoi(r.URL.Query().Get("rows"))
	if err != nil || rows > 1000 {
		http.Error(w, "rows", http.StatusBadRequest)
		return
	}
	var page bytes.Buffer
	for i := 0; i < rows; i++ {
		cells := make([]string, 8)
		for j := range cells {
			cells[j] = fmt.Sprintf("<td>%d</td>", i*j)
		}
		fmt.Fprintln(&page, "<tr>", cells, "</tr>")
	}
	w.Write(page.Bytes())
}
