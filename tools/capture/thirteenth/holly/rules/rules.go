// Package rules are what is allowed in a house.
package rules

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/spf13/viper"
)

// Rules of one house, as they stand in its file.
type Rules struct{ v *viper.Viper }

// Write makes the files of so many houses.
func Write(folder string, houses int) error {
	for i := 0; i < houses; i++ {
		place := filepath.Join(folder, fmt.Sprint(i))
		if err := os.MkdirAll(place, 0o755); err != nil {
			return err
		}
		text := fmt.Sprintf("quiet:\n  from: %d\n  to: 7\nguests: %d\npets: [cat, dog]\n", 20+i%4, i%5)
		if err := os.WriteFile(filepath.Join(place, "rules.yaml"), []byte(text), 0o600); err != nil {
			return err
		}
	}
	return nil
}

// Load reads the rules of a house; they follow their file.
func Load(folder string, house int) (*Rules, error) {
	v := viper.New()
	v.SetConfigFile(filepath.Join(folder, fmt.Sprint(house), "rules.yaml"))
	if err := v.ReadInConfig(); err != nil {
		return nil, err
	}
	v.WatchConfig()
	return &Rules{v: v}, nil
}

// Guests is how many may come.
func (r *Rules) Guests() int { return r.v.GetInt("guests") }
