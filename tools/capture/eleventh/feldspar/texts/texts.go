// Package texts are what can be found.
package texts

import "fmt"

// Word is word n of the language.
func Word(n int) string { return fmt.Sprintf("word-%05d", n*7919%20011) }

// All is n texts of shard s, each of twelve words.
func All(s, n int) [][]string {
	all := make([][]string, n)
	for i := range all {
		for j := 0; j < 12; j++ {
			all[i] = append(all[i], Word(s*n*12+i*12+j*(i+3)))
		}
	}
	return all
}
